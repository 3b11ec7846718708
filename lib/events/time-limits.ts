/**
 * The first and the last instant (ms) that Postgres, JavaScript and ISO 8601 all write alike: Postgres has no year 0,
 * and a year of five digits is one more notation everywhere.
 */
export const TIME_LIMITS = { first: Date.parse("0001-01-01T00:00:00Z"), last: Date.parse("9999-12-31T23:59:59.999Z") };
