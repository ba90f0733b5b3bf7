"""The sections of the page, in their order. Each measures its numbers once, and writes them in one language.

A section is a module with `NAME`, `measure(study) -> list[Told]` and `write(told, say) -> str`, what stands under its
heading. Its pictures are drawn from what it measured and from nothing else.
"""
