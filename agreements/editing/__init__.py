"""Work over several records that the clerks' desk does: one module a job, no pages."""
