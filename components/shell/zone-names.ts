/** Zones whose names have changed, by the names that browsers list them under (tzdata's `backward`). */
const RENAMED: Readonly<Record<string, string>> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Catamarca": "America/Argentina/Catamarca",
  "America/Coral_Harbour": "America/Atikokan",
  "America/Cordoba": "America/Argentina/Cordoba",
  "America/Godthab": "America/Nuuk",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "America/Jujuy": "America/Argentina/Jujuy",
  "America/Louisville": "America/Kentucky/Louisville",
  "America/Mendoza": "America/Argentina/Mendoza",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

export type ZoneName = { zone: string; /** What it was called, to be found by. */ former?: string };

/** Each zone once, under its present name; UTC is among them. */
export function zoneNames(listed: readonly string[] = Intl.supportedValuesOf("timeZone")): ZoneName[] {
  const zones = new Map<string, ZoneName>();
  for (const name of listed.includes("UTC") ? listed : ["UTC", ...listed]) {
    const zone = RENAMED[name] ?? name;
    zones.set(zone, zone === name ? (zones.get(zone) ?? { zone }) : { zone, former: name });
  }
  return [...zones.values()];
}
