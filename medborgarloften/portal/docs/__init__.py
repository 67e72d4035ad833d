"""Documents written from the declarations and from the tests; the suite fails when one is out of date."""
