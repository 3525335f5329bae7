export const SET_TITLE = 'UPDATE items SET title = $1 WHERE id = $2';

export const statements = {
  kinds: 'SELECT k.kind FROM items k',
  shelves: `SELECT s.shelf
              FROM items s`,
};
