/** Calls of the contract: channel and frame there, a framed reply back. */
export const CALL = 'call'
/** Events of the host: name and payload. */
export const EVENT = 'event'
/** Paths of files that were dropped on the window by a hand. */
export const DROPPED = 'dropped'
