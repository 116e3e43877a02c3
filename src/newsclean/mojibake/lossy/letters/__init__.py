"""Lost letters: which words they may be part of, and which of these it was."""
