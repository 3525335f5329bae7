"""What the formats have in common to say, so that they agree: pure functions from values of the report to text.

`terms`: one state, one word. `phrases`: the cells of a table. `sentences`: what stands above and below it. `service`:
what a route of the service reaches. `prose`: numbers and lists of names. `rephrased`: the engine speaks of rows, people
of albums.
"""
