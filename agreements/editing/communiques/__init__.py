"""From a communique to draft records: names are matched, proposals reviewed, drafts saved."""
