import os

import psycopg


def main() -> None:
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT id, title FROM items WHERE id > %s", (3,))
        for number, title in cursor.fetchall():
            print(number)  # ok: another column
            print(title)  # proven: log ; sink: log
            cursor.execute("UPDATE shown SET title = %s WHERE id = %s", (title, number))  # proven: database shown.title ; sink: database shown.title
        cursor.execute("SELECT title FROM others")
        print(cursor.fetchone()[0])  # ok: another table


if __name__ == "__main__":
    main()
