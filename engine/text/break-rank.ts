/**
 * How freely a line may end at a place, from not at all to without choice. `Rescue` and `Glued`
 * are for lines that nothing better would end: within a Latin word or a long run of marks; within
 * a number and its unit, a name, or text that is marked to stay together.
 */
export const Break = { Never: 0, Rescue: 1, Glued: 2, Free: 3, Forced: 4 } as const
