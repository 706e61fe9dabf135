const header = Buffer.from('5047434f50590aff0d0a000000000000000000', 'hex');
const postgresEpochMs = 946_684_800_000;

/** Rows in PostgreSQL's binary COPY format, collected in one buffer. */
export class CopyRows {
  #buffer = Buffer.allocUnsafe(1 << 20);
  #end = 0;

  constructor() {
    this.#end = header.copy(this.#buffer, 0);
  }

  row(fields: number): void {
    this.#room(2);
    this.#end = this.#buffer.writeInt16BE(fields, this.#end);
  }

  int8(value: bigint): void {
    this.#room(12);
    this.#end = this.#buffer.writeInt32BE(8, this.#end);
    this.#end = this.#buffer.writeBigInt64BE(value, this.#end);
  }

  int4(value: number): void {
    this.#room(8);
    this.#end = this.#buffer.writeInt32BE(4, this.#end);
    this.#end = this.#buffer.writeInt32BE(value, this.#end);
  }

  text(value: string): void {
    this.#room(4 + value.length * 3);
    const written = this.#buffer.write(value, this.#end + 4, 'utf8');
    this.#end = this.#buffer.writeInt32BE(written, this.#end) + written;
  }

  hex(value: string): void {
    this.#room(4 + value.length);
    const written = this.#buffer.write(value, this.#end + 4, 'hex');
    this.#end = this.#buffer.writeInt32BE(written, this.#end) + written;
  }

  /** UTC ISO instant as timestamptz: microseconds since 2000. */
  instant(iso: string): void {
    this.int8(BigInt(Date.parse(iso) - postgresEpochMs) * 1000n);
  }

  finish(): Buffer {
    this.#room(2);
    this.#end = this.#buffer.writeInt16BE(-1, this.#end);
    return this.#buffer.subarray(0, this.#end);
  }

  #room(bytes: number): void {
    if (this.#end + bytes <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#end + bytes));
    this.#buffer.copy(larger, 0, 0, this.#end);
    this.#buffer = larger;
  }
}
