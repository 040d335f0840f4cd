// The codes of countries that exports write, against their lists: ISO 3166-1, FIPS 10-4 (with its traps), CAMEO as
// GDELT publishes it, and the Correlates of War list of states.
import { describe, expect, it } from 'vitest';
import { openKnowledge } from '../../src/open.ts';
import { codesOf } from '../../src/serve/http/codes.ts';

const knowledge = openKnowledge();
const codes = codesOf(knowledge);
const iso =
  `ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH
  BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB
  CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO
  GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN
  IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA
  MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER
  NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU
  RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA
  TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT
  WLF WSM YEM ZAF ZMB ZWE`.split(/\s+/);

describe('the codes of countries', () => {
  it('are there for all 249 of ISO 3166-1', () => {
    expect(iso).toHaveLength(249);
    expect(iso.filter((code) => codes.state(code)?.iso2 == null)).toEqual([]);
  });

  it('have FIPS but for those that FIPS 10-4 has not or splits', () => {
    const without = iso.filter((code) => codes.state(code)!.fips === null);
    expect(without).toEqual(['ALA', 'BES', 'PSE', 'UMI']);
    const current = iso.flatMap((code) => codes.state(code)!.fips ?? []);
    expect(new Set(current).size).toBe(current.length);
  });

  it.each(
    `AUS AS  AUT AU  BDI BY  BLR BO  BGD BG  BHS BF  BHR BA  CHE SZ  CHN CH  COD CG  COG CF  COM CN  CZE EZ  DEU GM
    DNK DA  DZA AG  ESP SP  GAB GB  GMB GA  GEO GG  GBR UK  IRL EI  IRQ IZ  ISR IS  ISL IC  JPN JA  KOR KS  PRK KN
    LBN LE  LBR LI  LIE LS  LSO LT  LTU LH  LVA LG  MAR MO  MMR BM  MNG MG  MDG MA  NGA NI  NER NG  PHL RP  PRT PO
    RUS RS  SRB RI  SVK LO  SVN SI  SDN SU  SSD OD  SWE SW  TCD CD  TUR TU  UKR UP  VNM VM  YEM YM  ZAF SF  ZMB ZA
    ZWE ZI  XKX KV  TJK TI  TKM TX  TLS TT  HTI HA  HND HO  SLV ES  NIC NU  PAN PM  PRY PA  CHL CI  BOL BL  BIH BK`
      .trim()
      .split(/\s{2,}/)
      .map((pair) => pair.split(' ') as [string, string]),
  )('FIPS of %s is %s', (code, fips) => {
    expect(codes.state(code)!.fips).toBe(fips);
  });

  it.each([
    ['ROU', 'ROM'],
    ['COD', 'COD'],
    ['COG', 'COG'],
    ['TLS', 'TMP'],
    ['IMN', 'IMY'],
    ['MNE', 'MTN'],
    ['SRB', 'SRB'],
    ['DEU', 'DEU'],
    ['PSE', 'PSE'],
  ])('CAMEO of %s is %s', (code, cameo) => {
    expect(codes.state(code)!.cameo).toBe(cameo);
  });

  it.each([
    ['USA', 2, 'USA'],
    ['GBR', 200, 'UKG'],
    ['DEU', 255, 'GMY'],
    ['RUS', 365, 'RUS'],
    ['SRB', 345, 'YUG'],
    ['XKX', 347, 'KOS'],
    ['KOR', 732, 'ROK'],
    ['PRK', 731, 'PRK'],
    ['CHN', 710, 'CHN'],
    ['TWN', 713, 'TAW'],
    ['YEM', 679, 'YEM'],
    ['SSD', 626, 'SSD'],
    ['VNM', 816, 'DRV'],
    ['COD', 490, 'DRC'],
    ['TUV', 947, 'TUV'],
  ])('COW of %s is %i %s', (code, number, abbreviation) => {
    expect(codes.state(code)!.cow).toEqual({ number, abbreviation });
  });

  it('COW has no number twice but where one state follows another', () => {
    const numbers = iso.flatMap((code) => codes.state(code)!.cow?.number ?? []);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.length).toBe(194);
  });
});
