// Rows that another query has not: EXCEPT, INTERSECT, joins that find nothing, and subqueries that may not have each row
// of which their conditions hold (LIMIT). Beside each a look-alike that says nothing of the flagged row.
import { getItem } from '@acme/client';
import { client } from './db';

type Row = { id: number; title: string };
for (const row of await client<Row[]>`SELECT id FROM items EXCEPT SELECT id FROM items WHERE withheld`) await getItem(row.id); // expect: call getItem ; gate: filter
for (const row of await client<Row[]>`SELECT id, title FROM items EXCEPT SELECT id, title FROM items WHERE withheld`) await getItem(row.id); // expect: call getItem ; gate: filter
for (const row of await client<Row[]>`SELECT id FROM items EXCEPT SELECT id FROM items WHERE withheld AND title = 'x'`) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`SELECT id FROM items EXCEPT SELECT parent_id FROM items WHERE withheld`) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`SELECT id FROM items WHERE withheld EXCEPT SELECT id FROM items WHERE title = 'x'`) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`SELECT id FROM items WHERE NOT withheld EXCEPT SELECT id FROM items WHERE title = 'x'`) await getItem(row.id); // expect: call getItem ; gate: filter
for (const row of await client<Row[]>`SELECT id FROM items INTERSECT SELECT id FROM items WHERE NOT withheld`) await getItem(row.id); // expect: call getItem ; gate: filter
for (const row of await client<Row[]>`SELECT i.id FROM items i LEFT JOIN items f ON f.id = i.id AND f.withheld WHERE f.id IS NULL`) await getItem(row.id); // expect: call getItem ; gate: filter
for (const row of await client<Row[]>`SELECT i.id FROM items i LEFT JOIN items f ON f.id = i.id AND f.withheld WHERE f.id IS NOT NULL`) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`SELECT i.id FROM items i LEFT JOIN items f ON f.id = i.parent_id AND f.withheld WHERE f.id IS NULL`) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`SELECT i.id FROM items i LEFT JOIN items f ON f.id = i.id AND f.withheld`) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`SELECT i.id FROM items i WHERE NOT EXISTS (SELECT 1 FROM items f WHERE f.id = i.id AND f.withheld)`) await getItem(row.id); // expect: call getItem ; gate: filter
for (const row of await client<Row[]>`SELECT i.id FROM items i WHERE NOT EXISTS (SELECT 1 FROM items f WHERE f.id = i.parent_id AND f.withheld)`) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`SELECT id FROM items WHERE id NOT IN (SELECT id FROM items WHERE withheld)`) await getItem(row.id); // expect: call getItem ; gate: filter
for (const row of await client<Row[]>`SELECT id FROM items WHERE id NOT IN (SELECT parent_id FROM items WHERE withheld)`) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`SELECT id FROM items WHERE id NOT IN (SELECT id FROM items WHERE withheld LIMIT 5)`) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`SELECT id FROM items WHERE parent_id NOT IN (SELECT id FROM items WHERE withheld)`) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`WITH hidden AS (SELECT id FROM items WHERE withheld) SELECT i.id FROM items i LEFT JOIN hidden h ON h.id = i.id WHERE h.id IS NULL`) await getItem(row.id); // expect: call getItem ; gate: filter
for (const row of await client<Row[]>`WITH hidden AS (SELECT id FROM items WHERE withheld) SELECT id FROM items WHERE id NOT IN (SELECT id FROM hidden)`) await getItem(row.id); // expect: call getItem ; gate: filter
for (const row of await client<Row[]>`SELECT i.id FROM items i LEFT JOIN (SELECT id FROM items WHERE withheld) h ON h.id = i.id WHERE h.id IS NULL`) await getItem(row.id); // expect: call getItem ; gate: filter
for (const row of await client<Row[]>`SELECT id FROM items GROUP BY id HAVING bool_or(withheld) = false`) await getItem(row.id); // expect: call getItem ; gate: filter
for (const row of await client<Row[]>`SELECT id FROM items GROUP BY id HAVING bool_and(NOT withheld)`) await getItem(row.id); // expect: call getItem ; gate: filter
for (const row of await client<Row[]>`SELECT max(id) AS id FROM items GROUP BY title HAVING bool_or(NOT withheld)`) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`SELECT max(id) AS id FROM items GROUP BY title HAVING bool_and(NOT withheld)`) await getItem(row.id); // expect: call getItem ; gate: filter
for (const row of await client<Row[]>`SELECT i.id FROM items i WHERE NOT EXISTS (SELECT 1 FROM items f WHERE f.id = i.id AND f.withheld LIMIT 1)`) await getItem(row.id); // expect: call getItem ; gate: filter
for (const row of await client<Row[]>`WITH hidden AS (SELECT id FROM items WHERE withheld LIMIT 10) SELECT id FROM items WHERE id NOT IN (SELECT id FROM hidden)`) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`SELECT i.id FROM items i LEFT JOIN (SELECT id FROM items WHERE withheld LIMIT 3) h ON h.id = i.id WHERE h.id IS NULL`) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`SELECT i.id FROM items i LEFT JOIN items f ON f.id = i.id AND f.withheld AND f.title = 'x' WHERE f.id IS NULL`) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`SELECT i.id FROM items i LEFT JOIN items f ON f.id = i.id AND f.withheld WHERE f.id IS NULL OR i.title = 'x'`) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`SELECT i.id FROM items i LEFT JOIN items f ON f.id = i.id AND f.withheld WHERE f.title IS NULL`) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`SELECT f.id FROM items i LEFT JOIN items f ON f.id = i.id AND f.withheld WHERE f.id IS NULL`) await getItem(row.id); // expect: call getItem ; gate: filter
for (const row of await client<Row[]>`(SELECT id FROM items) EXCEPT (SELECT id FROM items WHERE withheld LIMIT 5)`) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`SELECT id FROM items EXCEPT SELECT id FROM items WHERE withheld EXCEPT SELECT id FROM items WHERE title = 'x'`) await getItem(row.id); // expect: call getItem ; gate: filter
for (const row of await client<Row[]>`SELECT id FROM items EXCEPT SELECT id FROM items WHERE withheld UNION SELECT id FROM items`) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`SELECT title FROM items EXCEPT SELECT title FROM items WHERE withheld`) await getItem(row.title); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`SELECT * FROM (SELECT id FROM items EXCEPT SELECT id FROM items WHERE withheld) x`) await getItem(row.id); // expect: call getItem ; gate: filter
for (const row of await client<Row[]>`SELECT i.id FROM items i RIGHT JOIN items f ON f.id = i.id AND f.withheld WHERE f.id IS NULL`) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`SELECT i.id FROM items i LEFT JOIN items f ON f.id = i.id AND NOT f.withheld WHERE f.id IS NULL`) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`SELECT i.id FROM items i LEFT JOIN items f ON f.id = i.id AND NOT f.withheld WHERE f.id IS NOT NULL`) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`SELECT id FROM items WHERE id IN (SELECT id FROM items WHERE NOT withheld LIMIT 5)`) await getItem(row.id); // expect: call getItem ; gate: filter
for (const row of await client<Row[]>`SELECT id FROM items WHERE id NOT IN (SELECT id FROM items WHERE withheld OFFSET 1)`) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Row[]>`SELECT id FROM items WHERE id <> ALL (SELECT id FROM items WHERE withheld)`) await getItem(row.id); // expect: call getItem ; gate: filter
