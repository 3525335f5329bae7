// A table that stands in a query twice: only what is said of the row that is given leaves it out. Beside each the same
// said of that one, or of one that is joined as the same row.
import { getItem } from '@acme/client';
import { client } from './db';

type Rows = { id: number }[];

for (const row of await client<Rows>`SELECT a.id FROM items a JOIN items b ON b.parent = a.id WHERE NOT b.withheld`) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Rows>`SELECT b.id FROM items a JOIN items b ON b.parent = a.id WHERE NOT b.withheld`) await getItem(row.id); // expect: call getItem ; gate: filter
for (const row of await client<Rows>`SELECT a.id FROM items a JOIN items b ON b.id = a.id WHERE NOT b.withheld`) await getItem(row.id); // expect: call getItem ; gate: filter
for (const row of await client<Rows>`SELECT a.id FROM items a LEFT JOIN items b ON b.id = a.id AND NOT b.withheld`) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Rows>`SELECT a.id FROM items a LEFT JOIN items b ON b.parent = a.id WHERE NOT a.withheld`) await getItem(row.id); // expect: call getItem ; gate: filter
for (const row of await client<Rows>`SELECT a.id FROM items a JOIN items b ON b.title = a.title WHERE NOT b.withheld`) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Rows>`SELECT a.id, b.title FROM items a JOIN items b ON b.parent = a.id WHERE NOT a.withheld AND NOT b.withheld`) await getItem(row.id); // expect: call getItem ; gate: filter
for (const row of await client<Rows>`SELECT a.id, count(b.id) FROM items a JOIN items b ON b.parent = a.id WHERE NOT a.withheld GROUP BY a.id`) await getItem(row.id); // expect: call getItem ; gate: filter
for (const row of await client<Rows>`WITH open AS (SELECT id FROM items WHERE NOT withheld) SELECT i.id FROM items i JOIN open o ON o.id = i.parent`) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Rows>`WITH open AS (SELECT id FROM items WHERE NOT withheld) SELECT i.id FROM items i JOIN open o ON o.id = i.id`) await getItem(row.id); // expect: call getItem ; gate: filter
for (const row of await client<Rows>`WITH open AS (SELECT id FROM items WHERE NOT withheld) SELECT o.id FROM items i JOIN open o ON o.id = i.parent`) await getItem(row.id); // expect: call getItem ; gate: filter
for (const row of await client<Rows>`SELECT i.id FROM items i JOIN (SELECT parent FROM items WHERE NOT withheld) o ON o.parent = i.id`) await getItem(row.id); // expect: call getItem ; gate: none
for (const row of await client<Rows>`SELECT o.remote AS id FROM items i JOIN (SELECT id, remote FROM items WHERE NOT withheld) o ON o.id = i.id`) await getItem(row.id); // expect: call getItem ; gate: filter
