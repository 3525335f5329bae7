-- unanalysed: language
-- run against ACME_DATABASE_URL
grant select on items to reader;
