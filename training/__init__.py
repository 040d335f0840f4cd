"""Training of the annotator: data, model, export and measurement. The product itself is TypeScript; see README.md."""
