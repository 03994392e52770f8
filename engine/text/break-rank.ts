/**
 * How freely a line may end at a place, from not at all to without choice. Those in between are
 * for lines that nothing better would end, the worst first: within a number (`Digits`), within a
 * Latin word (`Word`), between a number and its prefix or unit (`Glued`), beside a mark that R1
 * keeps where it is, within a long run of marks, or behind the interpunct of a name (`Mark`), and
 * within text that is marked to stay together (`Kept`).
 */
export const Break = {
  Never: 0,
  Digits: 1,
  Word: 2,
  Glued: 3,
  Mark: 4,
  Kept: 5,
  Free: 6,
  Forced: 7,
} as const
