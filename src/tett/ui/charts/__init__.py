"""Pictures in SVG: geometry in plain Python, colours and shapes by CSS classes, each with a table beside it."""
