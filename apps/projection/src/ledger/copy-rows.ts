const header = Buffer.from('5047434f50590aff0d0a000000000000000000', 'hex');
const postgresEpochMs = 946_684_800_000;
/** PostgreSQL's number of the type `text`. */
const textType = 25;
/** Up to this length, writing letter by letter is faster than asking the runtime to. */
const shortText = 48;

/** Rows in PostgreSQL's binary COPY format, collected in one buffer. */
export class CopyRows {
  #buffer = Buffer.allocUnsafe(1 << 20);
  #end = 0;
  /** The instant written last: events of one command share theirs. */
  #instant = '';
  #milliseconds = 0;

  constructor() {
    this.#end = header.copy(this.#buffer, 0);
  }

  row(fields: number): void {
    this.#room(2);
    this.#end = this.#buffer.writeInt16BE(fields, this.#end);
  }

  int8(value: bigint | number): void {
    this.#room(12);
    this.#end = this.#buffer.writeInt32BE(8, this.#end);
    const number = Number(value);
    if (Number.isSafeInteger(number)) {
      const high = Math.floor(number / 4_294_967_296);
      this.#end = this.#buffer.writeInt32BE(high, this.#end);
      this.#end = this.#buffer.writeUInt32BE(number - high * 4_294_967_296, this.#end);
    } else this.#end = this.#buffer.writeBigInt64BE(BigInt(value), this.#end);
  }

  int4(value: number): void {
    this.#room(8);
    this.#end = this.#buffer.writeInt32BE(4, this.#end);
    this.#end = this.#buffer.writeInt32BE(value, this.#end);
  }

  text(value: string): void {
    this.#room(4 + value.length * 3);
    const start = this.#end + 4;
    const written = this.#short(value, start) ?? this.#buffer.write(value, start, 'utf8');
    this.#end = this.#buffer.writeInt32BE(written, this.#end) + written;
  }

  /** Bytes that are UTF-8 text already. */
  bytes(value: Buffer): void {
    this.#room(4 + value.length);
    this.#end = this.#buffer.writeInt32BE(value.length, this.#end);
    this.#end += value.copy(this.#buffer, this.#end);
  }

  null(): void {
    this.#room(4);
    this.#end = this.#buffer.writeInt32BE(-1, this.#end);
  }

  boolean(value: boolean): void {
    this.#room(5);
    this.#end = this.#buffer.writeInt32BE(1, this.#end);
    this.#end = this.#buffer.writeUInt8(value ? 1 : 0, this.#end);
  }

  /** A value as jsonb: its format's version, then JSON text. */
  jsonb(value: unknown): void {
    const json = JSON.stringify(value);
    this.#room(5 + json.length * 3);
    const written = this.#buffer.write(json, this.#end + 5, 'utf8');
    this.#buffer.writeUInt8(1, this.#end + 4);
    this.#end = this.#buffer.writeInt32BE(written + 1, this.#end) + written + 1;
  }

  /** A list of texts, none of them null, as text[]. */
  texts(values: readonly string[]): void {
    this.#room(24);
    const start = this.#end;
    for (const part of values.length === 0 ? [0, 0, 0, textType] : [0, 1, 0, textType, values.length, 1])
      this.#end = this.#buffer.writeInt32BE(part, this.#end);
    for (const value of values) this.text(value);
    this.#buffer.writeInt32BE(this.#end - start - 4, start);
  }

  hex(value: string): void {
    this.#room(4 + value.length);
    const written = this.#buffer.write(value, this.#end + 4, 'hex');
    this.#end = this.#buffer.writeInt32BE(written, this.#end) + written;
  }

  /** UTC ISO instant as timestamptz: microseconds since 2000. */
  instant(iso: string): void {
    if (iso !== this.#instant) {
      this.#instant = iso;
      this.#milliseconds = Date.parse(iso) - postgresEpochMs;
    }
    const microseconds = this.#milliseconds * 1_000;
    this.int8(Number.isSafeInteger(microseconds) ? microseconds : BigInt(this.#milliseconds) * 1_000n);
  }

  finish(): Buffer {
    this.#room(2);
    this.#end = this.#buffer.writeInt16BE(-1, this.#end);
    return this.#buffer.subarray(0, this.#end);
  }

  /** Writes a short text of ASCII letters; null when it is neither. */
  #short(value: string, start: number): number | null {
    const { length } = value;
    if (length > shortText) return null;
    for (let at = 0; at < length; at += 1) {
      const code = value.charCodeAt(at);
      if (code > 0x7f) return null;
      this.#buffer[start + at] = code;
    }
    return length;
  }

  #room(bytes: number): void {
    if (this.#end + bytes <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#end + bytes));
    this.#buffer.copy(larger, 0, 0, this.#end);
    this.#buffer = larger;
  }
}
