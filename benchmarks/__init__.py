"""What newsclean is measured with; README.md says how to run each."""
