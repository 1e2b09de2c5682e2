-- A new file is not for the Ministry to see yet, and every question of the Ministry names what it may see
-- (`ministry_sees = 1`): its indexes hold those rows only, so that receiving writes none of them.
DROP INDEX submissions_for_ministry;
DROP INDEX submissions_of_ministry_by_state;
DROP INDEX submissions_of_ministry_by_province;
DROP INDEX submissions_of_ministry_by_year;
CREATE INDEX submissions_for_ministry ON submissions (ministry_sees, id) WHERE ministry_sees = 1;
CREATE INDEX submissions_of_ministry_by_state ON submissions (ministry_sees, state, id) WHERE ministry_sees = 1;
CREATE INDEX submissions_of_ministry_by_province ON submissions (ministry_sees, province_code, id) WHERE ministry_sees = 1;
CREATE INDEX submissions_of_ministry_by_year ON submissions (ministry_sees, year, id) WHERE ministry_sees = 1;
