// Generated clients keep their base in an object that another module fills.
export const config = { BASE: '', VERSION: '1' };
export const other = { BASE: 'https://other.example' };
