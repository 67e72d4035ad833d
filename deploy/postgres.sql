-- Run once by the database's administrator. The login may take the intelligence part's role, but does
-- not have its rights by itself (NOINHERIT): the program takes the role while that part is open.
CREATE ROLE medborgarloften_intelligence NOLOGIN;
CREATE ROLE loften LOGIN NOINHERIT; -- then: \password loften
GRANT medborgarloften_intelligence TO loften;
CREATE DATABASE loften OWNER loften ENCODING 'UTF8' TEMPLATE template0;
