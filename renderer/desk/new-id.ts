const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789'
const LENGTH = 16

/** A name for a record, a block or a batch, with a letter for its kind in front. */
export function newId(kind: string): string {
  const random = crypto.getRandomValues(new Uint8Array(LENGTH))
  return kind + Array.from(random, (byte) => ALPHABET[byte % ALPHABET.length]).join('')
}
