"""The answers as JSON under /api/v1: one file a resource, one shape for all errors."""
