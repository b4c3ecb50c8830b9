"""Where a text meets a sign that means something to YAML: found in the lines as they are typed.

People write texts, and YAML has its own use for ``: ``, `` #``, ``*``, quotes and brackets. Each trap is told in words
about the text, with the exact change that mends it. ``lines`` and ``flow`` find the texts, ``text`` holds the rules
for one text, ``spaces`` and ``blocks`` those for lines; ``tree`` has the rules for what YAML reads without a word.
"""
