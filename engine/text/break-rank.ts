/**
 * How freely a line may end at a place, from not at all to without choice. Those in between are
 * for lines that nothing better would end: within a number (`Digits`), within a Latin word or a
 * long run of marks (`Rescue`), between a number and its unit or within a name (`Glued`), and
 * within text that is marked to stay together (`Kept`).
 */
export const Break = {
  Never: 0,
  Digits: 1,
  Rescue: 2,
  Glued: 3,
  Kept: 4,
  Free: 5,
  Forced: 6,
} as const
