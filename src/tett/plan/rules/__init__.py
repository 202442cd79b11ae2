"""Reading a school's plan: from a document to proposals, each with the words that led to it."""
