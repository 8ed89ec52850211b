type Told = `${string} (${'rejected' | 'ignored' | 'surprising'})`;

/** A mistake that people have made in public repositories, made small. */
export interface Mistake {
  readonly what: string;
  /** With what is marked between « and ». */
  readonly file: readonly string[];
  readonly told: Told;
  /** What more is told, which the same fix mends. */
  readonly besides?: readonly Told[];
  /** What the message says, in part. */
  readonly says: string;
  /** The fix that comes first, and the file after it; none where nobody can know what was meant. */
  readonly fix?: readonly [title: string, file: readonly string[]];
}
