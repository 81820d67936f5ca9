/** Why the broker takes no command at the moment. */

/** Postgres is away, or the broker is starting or ending. */
export class Unavailable extends Error {}
/** More commands wait than the broker takes. */
export class Overloaded extends Error {}
