"""The durable road from upload to index."""
