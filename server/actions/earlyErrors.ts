/** By TypeScript's numbers: mistakes that keep Deno from running a script, wherever they are found; see `refusedByDeno.ts`. */
export const alwaysRefused: ReadonlySet<number> = new Set([
  1019, 1028, 1048, 1070, 1071, 1089, 1090, 1091, 1096, 1100, 1101, 1102, 1103, 1104, 1105, 1107,
  1113, 1114, 1115, 1116, 1121, 1123, 1136, 1142, 1155, 1163, 1176, 1182, 1186, 1187, 1188, 1189,
  1190, 1197, 1200, 1210, 1211, 1212, 1213, 1215, 1228, 1232, 1233, 1246, 1248, 1258, 1308, 1312,
  1317, 1325, 1341, 1346, 1359, 1368, 1450, 1492, 1493, 1547, 1548, 2311, 2357, 2392, 2406, 2451,
  2487, 2492, 2501, 2523, 2524, 2657, 2660, 2680, 2701, 2730, 2777, 2779, 2780, 2781, 2804, 2813,
  2814, 2852, 5076, 8020, 17012, 17019, 17020, 18006, 18011, 18012, 18013, 18024, 18037, 18038,
  18041,
]);

/** Those of types that {@link alwaysRefused} does not hold and that are refused in most places: `1 = 2`, a name declared twice. */
const mostlyRefused: ReadonlySet<number> = new Set([
  2300, 2335, 2337, 2356, 2364, 2393, 2462, 2630, 2699, 2703, 2815,
]);

/**
 * Whether a mistake is of types alone, so that Core runs the script all the same: told by its number, where the place is not
 * looked at.
 */
export function isOfTypes(code: number): boolean {
  const isSemantic = (2000 <= code && code < 3000) || (7000 <= code && code < 8000);
  return isSemantic && !alwaysRefused.has(code) && !mostlyRefused.has(code);
}
