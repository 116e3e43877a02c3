"""The runs of damage in a text: what stands around them, and what each can be."""
