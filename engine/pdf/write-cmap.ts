const ENTRIES_PER_BLOCK = 100

/** A two-byte code as a CMap writes it, without its brackets. */
export function hexOf(code: number): string {
  return code.toString(16).padStart(4, '0')
}

/**
 * A CMap of two-byte codes (Adobe Technical Note 5014), one entry a code. A `cidchar` one turns codes
 * into CIDs, a `bfchar` one into what they say.
 */
export function writeCMap(
  name: string,
  ordering: 'UCS' | 'Identity',
  kind: 'bfchar' | 'cidchar',
  entries: readonly string[],
): string {
  const blocks: string[] = []
  for (let from = 0; from < entries.length; from += ENTRIES_PER_BLOCK) {
    const block = entries.slice(from, from + ENTRIES_PER_BLOCK)
    blocks.push(`${block.length} begin${kind}`, ...block, `end${kind}`)
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    `/CIDSystemInfo <</Registry (Adobe) /Ordering (${ordering}) /Supplement 0>> def`,
    `/CMapName /${name} def`,
    `/CMapType ${kind === 'bfchar' ? 2 : 1} def`,
    '1 begincodespacerange',
    '<0000> <ffff>',
    'endcodespacerange',
    ...blocks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n')
}
