"""Every page that search engines may keep, for them to find. docs/feeds.md tells how."""

from .views import sitemap, sitemap_part

__all__ = ["sitemap", "sitemap_part"]
