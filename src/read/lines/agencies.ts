// Names under which agencies and photo services sign lines; used to recognise credits and datelines, nothing else.

/** A regular expression source that matches one agency's signature. */
export const agency =
  '(?:AFP|AP|The Associated Press|Associated Press|Reuters|REUTERS|dpa|DPA|EFE|ANSA|TASS|Interfax|RIA Novosti|Sputnik|' +
  'Xinhua|Yonhap(?: News(?: Agency)?)?|Kyodo(?: News)?|Jiji(?: Press)?|KCNA|PTI|ANI|IANS|AAP|UPI|Bloomberg|' +
  'Anadolu(?: Agency)?|AA|IRNA|WAM|SPA|SANA|MENA|Ukrinform|Belga|ANP|NTB|Ritzau|PAP|MTI|Bernama|Antara|CNN|BBC|VOA|' +
  'RFE\\/RL|Al Jazeera|Getty(?: Images)?|EPA(?:-EFE)?|NurPhoto|Shutterstock|Zuma(?: Press)?|PA(?: Media)?|Alamy|' +
  'Handout|Pool|Supplied|File(?: [Pp]hoto)?|Archive)';
