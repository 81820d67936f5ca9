/** Why the broker takes no command at the moment. */

/** Postgres is away, or the broker is starting or ending. */
export class Unavailable extends Error {}
/** More commands wait than the broker takes; the text is Zeebe's. */
export class Overloaded extends Error {
  constructor(
    message = 'Expected to execute the command on one of the partitions, but all failed; there are no more partitions available to retry. Please try again. If the error persists contact your zeebe operator',
  ) {
    super(message);
  }
}
/** The database's disk is full, or nearly so. */
export class OutOfSpace extends Overloaded {
  constructor() {
    super('Cannot accept requests for partition 1. Broker is out of disk space');
  }
}
