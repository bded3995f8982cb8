"""What the pages' script asks and tells, as JSON; `ROUTES` of each module has its addresses."""
