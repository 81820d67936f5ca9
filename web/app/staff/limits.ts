/** Figures that both server and pages name. */

/** Minutes to wait after too many sign-in attempts. */
export const WAIT_MINUTES = 5;
