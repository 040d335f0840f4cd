"""Names written by hand for the training templates and for telling nationalities, weapons and titles in GUM, WikiGold and re3d."""

COUNTRIES = """Afghanistan|Afghan
Albania|Albanian
Algeria|Algerian
Angola|Angolan
Argentina|Argentine,Argentinian
Armenia|Armenian
Australia|Australian
Austria|Austrian
Azerbaijan|Azerbaijani,Azeri
Bahrain|Bahraini
Bangladesh|Bangladeshi
Belarus|Belarusian
Belgium|Belgian
Bolivia|Bolivian
Bosnia and Herzegovina|Bosnian
Botswana|Botswanan
Brazil|Brazilian
Bulgaria|Bulgarian
Burkina Faso|Burkinabe
Burundi|Burundian
Cambodia|Cambodian
Cameroon|Cameroonian
Canada|Canadian
Chad|Chadian
Chile|Chilean
China|Chinese
Colombia|Colombian
Costa Rica|Costa Rican
Croatia|Croatian
Cuba|Cuban
Cyprus|Cypriot
Czech Republic|Czech
Denmark|Danish
Djibouti|Djiboutian
Ecuador|Ecuadorian
Egypt|Egyptian
El Salvador|Salvadoran
Eritrea|Eritrean
Estonia|Estonian
Ethiopia|Ethiopian
Fiji|Fijian
Finland|Finnish
France|French
Gabon|Gabonese
Georgia|Georgian
Germany|German
Ghana|Ghanaian
Greece|Greek
Guatemala|Guatemalan
Guinea|Guinean
Guyana|Guyanese
Haiti|Haitian
Honduras|Honduran
Hungary|Hungarian
Iceland|Icelandic
India|Indian
Indonesia|Indonesian
Iran|Iranian
Iraq|Iraqi
Ireland|Irish
Israel|Israeli
Italy|Italian
Ivory Coast|Ivorian
Jamaica|Jamaican
Japan|Japanese
Jordan|Jordanian
Kazakhstan|Kazakh
Kenya|Kenyan
Kosovo|Kosovar
Kuwait|Kuwaiti
Kyrgyzstan|Kyrgyz
Laos|Laotian
Latvia|Latvian
Lebanon|Lebanese
Liberia|Liberian
Libya|Libyan
Lithuania|Lithuanian
Luxembourg|Luxembourgish
Malaysia|Malaysian
Mali|Malian
Malta|Maltese
Mauritania|Mauritanian
Mexico|Mexican
Moldova|Moldovan
Mongolia|Mongolian
Montenegro|Montenegrin
Morocco|Moroccan
Mozambique|Mozambican
Myanmar|Burmese
Namibia|Namibian
Nepal|Nepalese
Netherlands|Dutch
New Zealand|New Zealander
Nicaragua|Nicaraguan
Niger|Nigerien
Nigeria|Nigerian
North Korea|North Korean
North Macedonia|Macedonian
Norway|Norwegian
Oman|Omani
Pakistan|Pakistani
Panama|Panamanian
Paraguay|Paraguayan
Peru|Peruvian
Philippines|Filipino,Philippine
Poland|Polish
Portugal|Portuguese
Qatar|Qatari
Romania|Romanian
Russia|Russian
Rwanda|Rwandan
Saudi Arabia|Saudi,Saudi Arabian
Senegal|Senegalese
Serbia|Serbian
Sierra Leone|Sierra Leonean
Singapore|Singaporean
Slovakia|Slovak
Slovenia|Slovenian
Somalia|Somali
South Africa|South African
South Korea|South Korean
South Sudan|South Sudanese
Spain|Spanish
Sri Lanka|Sri Lankan
Sudan|Sudanese
Sweden|Swedish
Switzerland|Swiss
Syria|Syrian
Taiwan|Taiwanese
Tajikistan|Tajik
Tanzania|Tanzanian
Thailand|Thai
Togo|Togolese
Tunisia|Tunisian
Turkey|Turkish
Turkmenistan|Turkmen
Uganda|Ugandan
Ukraine|Ukrainian
United Arab Emirates|Emirati
United Kingdom|British
United States|American
Uruguay|Uruguayan
Uzbekistan|Uzbek
Venezuela|Venezuelan
Vietnam|Vietnamese
Yemen|Yemeni
Zambia|Zambian
Zimbabwe|Zimbabwean"""

MORE_NORP = """Palestinian Kurdish Kurd Arab Persian Tibetan Uyghur Uighur Chechen Tatar Crimean Catalan Basque Scottish
Welsh English Sunni Shia Shiite Muslim Christian Jewish Jew Hindu Buddhist Sikh Catholic Orthodox Protestant Houthi
Alawite Druze Yazidi Turk Pole Swede Dane Finn Spaniard Frenchman Briton Serb Croat Bosniak Slovene Hutu Tutsi Pashtun
Tajik Hazara Rohingya Tamil Sinhalese Bengali Punjabi European African Asian Eurasian Korean Soviet Yugoslav Ottoman
Roman Byzantine Republican Democrat Democratic Conservative Communist Socialist Islamist Zionist Latino Hispanic
Scandinavian Caribbean Flemish Sicilian Bavarian Prussian Cossack Berber Tuareg Mongol Slav Slavic Nazi Texan
Californian Parisian Londoner Maoist Marxist Kashmiri Balochi Ossetian Abkhaz Abkhazian Greenlandic""".split()

OTHER_PLACES = """U.S.|US|USA|U.K.|UK|UAE|Britain|America|England|Scotland|Wales|Czechia|Gaza|Gaza Strip|West Bank|Crimea|Donbas|
Kashmir|Taiwan Strait|South China Sea|Black Sea|Baltic Sea|Red Sea|Persian Gulf|Strait of Hormuz|Sea of Azov|Middle East|
Europe|Asia|Africa|Latin America|Horn of Africa|Balkans|Caucasus|Sahel|Siberia|Kuril Islands|Golan Heights|
Korean Peninsula|Indo-Pacific|Mediterranean|Bab el-Mandeb|Suez Canal|Nagorno-Karabakh|Abkhazia|South Ossetia|
Transnistria|Tibet|Xinjiang|Hong Kong|Macau|Greenland|Kaliningrad|Darfur|Tigray|Idlib|Aleppo|Homs|Mosul|Kirkuk|Basra|
Kandahar|Donetsk|Luhansk|Kharkiv|Mariupol|Odesa|Kherson|Zaporizhzhia|Bakhmut|Lviv|Belgorod|Kursk|Rafah|Khan Younis|
Jenin|Nablus|Haifa|Tel Aviv|Sevastopol|St. Petersburg|New York|Geneva|Istanbul|Dubai|Mumbai|Karachi|Shanghai|
Vladivostok|Guantanamo Bay|Diego Garcia|Okinawa|Guam|Sinai|Hodeidah|Aden|Benghazi|Misrata|Goma|Mogadishu|
Panmunjom|Incheon|Busan|Kaesong|Munich|Davos|Camp David|Sochi|Brussels|Strasbourg|The Hague|Los Angeles|Chicago|
Texas|California|Florida|Ontario|Quebec|Bavaria|Catalonia|Silesia|Galicia|Normandy|Sichuan|Punjab|Kerala|Java"""

CAPITALS = """Kabul|Tirana|Algiers|Luanda|Buenos Aires|Yerevan|Canberra|Vienna|Baku|Manama|Dhaka|Minsk|Brussels|La Paz|Sarajevo|
Brasilia|Sofia|Ouagadougou|Phnom Penh|Yaounde|Ottawa|N'Djamena|Santiago|Beijing|Bogota|Zagreb|Havana|Nicosia|Prague|
Copenhagen|Quito|Cairo|San Salvador|Asmara|Tallinn|Addis Ababa|Helsinki|Paris|Tbilisi|Berlin|Accra|Athens|Conakry|
Port-au-Prince|Tegucigalpa|Budapest|Reykjavik|New Delhi|Jakarta|Tehran|Baghdad|Dublin|Jerusalem|Rome|Kingston|Tokyo|
Amman|Astana|Nairobi|Pristina|Bishkek|Vientiane|Riga|Beirut|Monrovia|Tripoli|Vilnius|Kuala Lumpur|Bamako|Valletta|
Mexico City|Chisinau|Ulaanbaatar|Podgorica|Rabat|Maputo|Naypyidaw|Windhoek|Kathmandu|Amsterdam|Wellington|Managua|
Niamey|Abuja|Pyongyang|Skopje|Oslo|Muscat|Islamabad|Asuncion|Lima|Manila|Warsaw|Lisbon|Doha|Bucharest|Moscow|Kigali|
Riyadh|Dakar|Belgrade|Freetown|Bratislava|Ljubljana|Pretoria|Seoul|Juba|Madrid|Colombo|Khartoum|Stockholm|Bern|
Damascus|Taipei|Dushanbe|Dodoma|Bangkok|Lome|Tunis|Ankara|Ashgabat|Kampala|Kyiv|Kiev|Abu Dhabi|London|Washington|
Montevideo|Tashkent|Caracas|Hanoi|Sanaa|Lusaka|Harare"""

FIRST_NAMES = """James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph Jessica
Thomas Sarah Karen Charles Nancy Daniel Lisa Matthew Betty Anthony Mark Sandra Ahmed Mohammed Ali Hassan Hussein Omar
Khalid Fatima Aisha Layla Yusuf Ibrahim Mustafa Abdullah Salman Faisal Vladimir Sergei Dmitry Igor Olga Natalia Ivan
Andriy Oleksandr Volodymyr Yulia Viktor Boris Anatoly Mikhail Elena Svetlana Emmanuel Jean Pierre Marie Claude
Francois Nicolas Angela Olaf Klaus Hans Ursula Friedrich Giorgia Matteo Mario Silvia Pedro Luis Carlos Maria Jose
Jorge Gabriel Lula Dilma Nicolas Hugo Alejandro Xi Wang Li Zhang Liu Hiroshi Shinzo Fumio Yoko Kenji Yuki Taro
Narendra Rahul Sonia Amit Priya Arvind Imran Nawaz Benazir Bilawal Sheikh Aung Thein Prayut Joko Rodrigo Ferdinand
Recep Binali Mevlut Bashar Saddam Hosni Abdel Benjamin Yair Ehud Naftali Golda Mahmoud Ismail Yahya Nelson Cyril
Jacob Paul Joao Uhuru Raila William Yoweri Abiy Haile Goodluck Muhammadu Bola Kwame Nana Alassane Macky Leo Simon
Petr Andrej Viktor Zoran Aleksandar Milorad Donald Joe Barack George Hillary Kamala Antony Lloyd Jake Theresa Keir
Rishi Justin Pierre Jacinda Scott Kevin Julia Sanna Jens Mette Magdalena Ulf Kaja Ingrida Gitanas""".split()

LAST_NAMES = """Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Moore Jackson Martin Lee Thompson White
Harris Clark Lewis Robinson Walker Hall Young Allen King Wright Scott Green Baker Adams Nelson Carter Mitchell Roberts
al-Assad al-Sisi al-Maliki al-Abadi al-Sadr al-Baghdadi al-Zawahiri Rahman Khan Hussain Malik Qureshi Sharif Bhutto
Zardari Abbas Haniyeh Sinwar Nasrallah Hariri Aoun Mikati Rouhani Raisi Khamenei Zarif Erdogan Davutoglu Cavusoglu
Netanyahu Gantz Lapid Bennett Putin Lavrov Medvedev Shoigu Peskov Zakharova Patrushev Gerasimov Zelensky Poroshenko
Yanukovych Kuleba Tymoshenko Lukashenko Tsikhanouskaya Macron Hollande Sarkozy Merkel Scholz Baerbock Steinmeier
Habeck Meloni Salvini Draghi Conte Rajoy Sanchez Costa Guterres Stoltenberg Borrell Michel Tusk Duda Kaczynski Orban
Szijjarto Fico Babis Vucic Dodik Plenkovic Rama Mitsotakis Tsipras Obama Trump Biden Bush Clinton Kerry Blinken
Pompeo Tillerson Mattis Austin Sullivan Bolton Haley Pence Harris Johnson Cameron May Sunak Starmer Blair Trudeau
Harper Abe Kishida Suga Kono Modi Singh Jaishankar Gandhi Kovind Jinping Keqiang Yi Qiang Jiechi Moon Yoon Park Kim
Jong Un Son Ri Choe Duterte Marcos Aquino Widodo Subianto Mahathir Anwar Najib Prayuth Hlaing Suu Kyi Maduro Guaido
Chavez Petro Duque Uribe Santos Bolsonaro Silva Rousseff Fernandez Macri Kirchner Milei Morales Arce Ortega Bukele
Castro Obrador Calderon Nieto Sheinbaum Mandela Zuma Ramaphosa Mugabe Mnangagwa Kagame Museveni Kenyatta Ruto Odinga
Buhari Tinubu Jonathan Keita Goita Traore Deby Biya Kabila Tshisekedi Ahmed Afwerki Bashir Burhan Dagalo Haftar
Serraj Dbeibah Saied Ghannouchi Tebboune Bouteflika O'Brien O'Neill McConnell McCarthy MacDonald Van Hollen""".split()

TITLES = """President Prime Minister Premier Chancellor King Queen Prince Princess Emperor Sultan Emir Sheikh Shah Pope Bishop
Archbishop Cardinal Father Sister Brother Reverend Rev. Rabbi Ayatollah Imam Mullah Senator Sen. Representative Rep.
Congressman Congresswoman Governor Gov. Mayor Secretary Secretary-General Deputy Vice Foreign Defense Defence
Interior Finance Minister General Gen. Lieutenant Lt. Colonel Col. Major Maj. Captain Capt. Commander Cmdr. Admiral
Adm. Sergeant Sgt. Corporal Private Pvt. Marshal Judge Justice Attorney Professor Prof. Dr. Dr Doctor Mr. Mr Mrs.
Mrs Ms. Ms Miss Sir Lord Lady Dame Baron Count Duke Chairman Chairwoman Chair Director Chief Ambassador Envoy
Spokesman Spokeswoman Officer Detective Uncle Aunt Coach Saint Speaker Leader Party""".split()

ORGS = """United Nations|UN|U.N.|NATO|European Union|EU|African Union|AU|Arab League|ASEAN|OPEC|OPEC+|International Monetary Fund|IMF|
World Bank|World Trade Organization|WTO|World Health Organization|WHO|International Atomic Energy Agency|IAEA|
International Criminal Court|ICC|International Court of Justice|ICJ|Security Council|U.N. Security Council|
UN General Assembly|General Assembly|European Commission|European Parliament|European Council|European Central Bank|
Organization for Security and Cooperation in Europe|OSCE|Council of Europe|ECOWAS|Gulf Cooperation Council|GCC|
Shanghai Cooperation Organisation|Collective Security Treaty Organization|CSTO|Commonwealth of Independent States|
Commonwealth|Group of Seven|G7|G20|BRICS|Red Cross|International Committee of the Red Cross|ICRC|Amnesty International|
Human Rights Watch|Doctors Without Borders|UNICEF|UNHCR|UNRWA|World Food Programme|Interpol|Europol|Hamas|Hezbollah|
Islamic State|ISIS|al-Qaeda|Al Qaeda|Taliban|Boko Haram|al-Shabab|Islamic Jihad|Fatah|PKK|YPG|Wagner Group|
Palestinian Authority|Palestine Liberation Organization|Free Syrian Army|Syrian Democratic Forces|FARC|ETA|
Irish Republican Army|Kremlin|White House|Pentagon|State Department|Treasury Department|Justice Department|
Department of Defense|Central Intelligence Agency|CIA|FBI|National Security Council|Congress|Senate|
House of Representatives|Supreme Court|Downing Street|Foreign Office|House of Commons|Ministry of Defence|
Defence Ministry|Foreign Ministry|Ministry of Foreign Affairs|Interior Ministry|Knesset|Bundestag|State Duma|Duma|
National Assembly|National People's Congress|Communist Party|Labour Party|Republican Party|Democratic Party|
Likud|Fidesz|Revolutionary Guards|Islamic Revolutionary Guard Corps|IRGC|Quds Force|Federal Security Service|FSB|
GRU|Mossad|Shin Bet|MI6|Israel Defense Forces|IDF|People's Liberation Army|Royal Navy|Royal Air Force|U.S. Navy|
US Air Force|Black Sea Fleet|Seventh Fleet|Supreme Leader's Office|Central Bank|Federal Reserve|Reuters|
Associated Press|AP|AFP|Agence France-Presse|BBC|CNN|Al Jazeera|New York Times|Washington Post|Guardian|Xinhua|TASS|
RIA Novosti|Interfax|Yonhap|KCNA|Kyodo|Bloomberg|Financial Times|Der Spiegel|Le Monde|Fox News|Gazprom|Rosneft|
Huawei|Boeing|Airbus|Lockheed Martin|Raytheon|Rosatom|Saudi Aramco|Naftogaz|Microsoft|Google|Apple|Amazon|
Greenpeace|Oxfam|World Economic Forum|Carnegie Endowment|Brookings Institution|Chatham House|RAND Corporation|
Harvard University|Oxford University|Stanford University|University of Tokyo|Supreme National Security Council|
Politburo|Central Committee|Cabinet Office|Constitutional Court|High Court|Election Commission"""

WEAPONS = """T-72|T-90|T-90M|T-14 Armata|Abrams|M1 Abrams|M1A2 Abrams|Leopard 2|Leopard 2A6|Challenger 2|Leclerc|Merkava|K2|Bradley|
M2 Bradley|Stryker|Marder|BMP-2|BMP-3|BTR-80|Patriot|S-300|S-400|S-500|THAAD|Iron Dome|David's Sling|Arrow 3|NASAMS|
IRIS-T|Gepard|Buk|Buk-M1|Tor|Pantsir|Pantsir-S1|Stinger|Javelin|NLAW|TOW|Kornet|HIMARS|M270|ATACMS|GMLRS|Grad|
Smerch|Uragan|Caesar|PzH 2000|M777|Krab|Iskander|Iskander-M|Kinzhal|Kalibr|Kh-101|Kh-55|Zircon|Oreshnik|Tochka-U|
Scud|Tomahawk|Storm Shadow|SCALP|Taurus|Harpoon|Neptune|Exocet|BrahMos|Harop|Hellfire|AMRAAM|Sidewinder|AIM-120|
Trident|Trident II|Minuteman III|Topol-M|Yars|Sarmat|RS-28 Sarmat|Bulava|DF-21D|DF-26|DF-41|Hwasong-14|Hwasong-15|
Hwasong-17|Hwasong-18|Hwasong-12|Nodong|Musudan|Pukguksong-3|Taepodong-2|Unha-3|Shahab-3|Fateh-110|Sejjil|Emad|
Khorramshahr|Fattah|Zolfaghar|Agni-V|Prithvi|Shaheen|Ghauri|Jericho|F-16|F-35|F-35A|F-15|F/A-18|F-22|A-10|B-52|
B-1B|B-2|B-21|C-130|C-17|P-8|P-8 Poseidon|E-3|U-2|RC-135|MiG-29|MiG-31|MiG-31K|Su-24|Su-25|Su-27|Su-30|Su-34|Su-35|
Su-57|Tu-22M3|Tu-95|Tu-160|Il-76|A-50|J-10|J-20|JF-17|H-6K|Rafale|Mirage 2000|Eurofighter|Eurofighter Typhoon|
Typhoon|Tornado|Gripen|Tejas|Apache|AH-64|Black Hawk|UH-60|Chinook|Ka-52|Mi-8|Mi-24|Mi-28|Cobra|Bayraktar|
Bayraktar TB2|TB2|Reaper|MQ-9|MQ-9 Reaper|Predator|Global Hawk|RQ-4|Shahed|Shahed-136|Geran-2|Lancet|Orlan-10|
Mohajer-6|Switchblade|Wing Loong|Heron|Hermes 900|USS Nimitz|USS Gerald R. Ford|USS Carney|USS Cole|USS Ronald Reagan|
HMS Queen Elizabeth|HMS Diamond|Admiral Kuznetsov|Moskva|Liaoning|Shandong|Fujian|Charles de Gaulle|INS Vikrant|
Cheonan|Novichok|sarin|VX|AK-47|Kalashnikov|M4|RPG-7|Panzerfaust 3|Carl Gustaf|Starstreak|Aster|Mistral|Spike|
Excalibur|JDAM|GBU-39|Paveway|MOAB|Tsar Bomba|Little Boy|Minotaur|Satan II|Avangard|Poseidon|Burevestnik"""

DOCUMENTS = """Paris Agreement|Paris Climate Agreement|Kyoto Protocol|Geneva Conventions|Geneva Convention|Vienna Convention|
Treaty of Versailles|Treaty of Lisbon|Lisbon Treaty|Maastricht Treaty|North Atlantic Treaty|Washington Treaty|
Warsaw Pact|Nuclear Non-Proliferation Treaty|Non-Proliferation Treaty|NPT|Comprehensive Nuclear-Test-Ban Treaty|CTBT|
New START|New START treaty|START I|INF Treaty|Intermediate-Range Nuclear Forces Treaty|Anti-Ballistic Missile Treaty|
Open Skies Treaty|Treaty on Open Skies|Chemical Weapons Convention|Biological Weapons Convention|Ottawa Treaty|
Convention on Cluster Munitions|Arms Trade Treaty|Joint Comprehensive Plan of Action|JCPOA|Iran Nuclear Deal|
Minsk Agreements|Minsk II|Minsk Protocol|Dayton Accords|Dayton Agreement|Oslo Accords|Camp David Accords|
Abraham Accords|Good Friday Agreement|Belfast Agreement|Budapest Memorandum|Helsinki Final Act|Rome Statute|
UN Charter|U.N. Charter|Charter of the United Nations|Universal Declaration of Human Rights|Treaty of Rome|
Schengen Agreement|North American Free Trade Agreement|NAFTA|USMCA|Trans-Pacific Partnership|TPP|CPTPP|
Regional Comprehensive Economic Partnership|RCEP|Resolution 1701|Resolution 242|Resolution 2231|
U.N. Security Council Resolution 1718|UN Security Council Resolution 2254|Security Council Resolution 1325|
Sykes-Picot Agreement|Treaty of Tordesillas|Treaty of Westphalia|Treaty of Tilsit|Montreux Convention|
Convention on the Law of the Sea|UNCLOS|Antarctic Treaty|Outer Space Treaty|Panmunjom Declaration|
Shimla Agreement|Simla Agreement|Indus Waters Treaty|Taif Agreement|Doha Agreement|Black Sea Grain Initiative|
Six-Point Accord|Singapore Declaration|Algiers Accords|Treaty of Lausanne|Balfour Declaration|Magna Carta|
Mutual Defense Treaty|Treaty of Mutual Cooperation and Security|ANZUS Treaty|Rio Treaty|AUKUS|AUKUS pact|
Comprehensive Peace Agreement|Pretoria Agreement|Juba Peace Agreement|Stockholm Agreement|Riyadh Agreement|
Windsor Framework|Northern Ireland Protocol|Prespa Agreement|Brussels Agreement|Ohrid Framework Agreement|
Patriot Act|Magnitsky Act|Taiwan Relations Act|Logan Act|War Powers Resolution|Jackson-Vanik Amendment|
Refugee Convention|Genocide Convention|Convention against Torture|Espoo Convention|Aarhus Convention|
Constitution|Basic Law|Nuclear Posture Review|National Security Strategy|Treaty on the Prohibition of Nuclear Weapons"""

EVENTS = """World War II|World War I|Second World War|First World War|Cold War|Gulf War|Iraq War|Vietnam War|Korean War|Six-Day War|
Yom Kippur War|Iran-Iraq War|Falklands War|Arab Spring|Orange Revolution|Euromaidan|Maidan|Rose Revolution|Tulip Revolution|
Velvet Revolution|October Revolution|Islamic Revolution|Cultural Revolution|Prague Spring|Holocaust|Nakba|Rwandan genocide|
Munich Security Conference|Davos|G7 Summit|G20 Summit|NATO Summit|Geneva Conference|Yalta Conference|Bandung Conference|
Olympic Games|Olympics|Winter Olympics|World Cup|Eurovision|Super Bowl|Ramadan|Eid al-Fitr|Hanukkah|Christmas|Easter|
Operation Desert Storm|Operation Iraqi Freedom|Operation Enduring Freedom|Operation Inherent Resolve|
Operation Prosperity Guardian|Operation Barbarossa|Operation Al-Aqsa Flood|Zapad 2021|Zapad|Ulchi Freedom Guardian|
Freedom Shield|Foal Eagle|RIMPAC|Defender Europe|Steadfast Defender|Cobra Gold|Malabar|Able Archer|Battle of Stalingrad|
Battle of Mosul|Siege of Sarajevo|Fall of Saigon|Berlin Airlift|Bay of Pigs|Cuban Missile Crisis|Suez Crisis|
Hurricane Katrina|Hurricane Maria|Typhoon Haiyan|Tiananmen Square Massacre|Bloody Sunday|Srebrenica massacre|D-Day|
Black September|Second Intifada|Intifada|Great Depression|Brexit|Watergate|Geneva talks|Astana process|COP26|COP28|
Shangri-La Dialogue|St. Petersburg International Economic Forum|Belt and Road Forum|Eastern Economic Forum"""

MORE_PLACES = """Alabama|Alaska|Arizona|Arkansas|Colorado|Connecticut|Delaware|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|
Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|
New Jersey|New Mexico|New York City|NYC|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|
South Carolina|South Dakota|Tennessee|Utah|Vermont|Virginia|West Virginia|Wisconsin|Wyoming|Houston|Dallas|Austin|
Boston|Seattle|San Francisco|San Diego|Las Vegas|Phoenix|Denver|Detroit|Philadelphia|Atlanta|Miami|Orlando|Tampa|
New Orleans|Baltimore|Cleveland|Pittsburgh|Portland|Sacramento|Manhattan|Brooklyn|Hollywood|Silicon Valley|Toronto|
Vancouver|Montreal|Calgary|Sydney|Melbourne|Brisbane|Perth|Auckland|Birmingham|Manchester|Liverpool|Glasgow|Edinburgh|
Belfast|Cardiff|Barcelona|Milan|Venice|Florence|Naples|Hamburg|Frankfurt|Cologne|Zurich|Lyon|Marseille|Calcutta|Kolkata|
Delhi|Bombay|Chennai|Bangalore|Hyderabad|Lahore|Fallujah|Najaf|Tikrit|Samarra|Ramadi|Falluja|Bethlehem|Ramallah|Hebron|
Peshawar|Quetta|Osaka|Hiroshima|Nagasaki|Bali|Goa|Phuket|Rio de Janeiro|Sao Paulo|Cancun|Chernobyl|Pripyat|Mars|Earth|
South Asia|Southeast Asia|East Asia|Central Asia|Eastern Europe|Western Europe|North America|South America|
Central America|North Africa|West Africa|East Africa|Pacific|Atlantic|Pacific Ocean|Atlantic Ocean|Indian Ocean"""

MONTHS_DAYS = set("""January February March April May June July August September October November December Monday Tuesday Wednesday
Thursday Friday Saturday Sunday Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec. Jan Feb Mar Apr Jun Jul Aug
Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat Sun Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays
Sundays God Internet""".split())


def split_list(text: str) -> list[str]:
    return [item.strip() for item in text.replace("\n", "").split("|") if item.strip()]


COUNTRY_NAMES = [line.split("|")[0] for line in COUNTRIES.split("\n")]
DEMONYMS = [d for line in COUNTRIES.split("\n") for d in line.split("|")[1].split(",")]
NORP_WORDS = {w.lower() for d in DEMONYMS for w in [d] if " " not in d} | {w.lower() for w in MORE_NORP}
NORP_WORDS |= {w + "s" for w in NORP_WORDS if not w.endswith(("sh", "ch", "ese", "s"))}
PLACES = split_list(OTHER_PLACES) + split_list(MORE_PLACES)
CAPITAL_NAMES = split_list(CAPITALS)
ORG_NAMES = split_list(ORGS)
WEAPON_NAMES = split_list(WEAPONS)
DOCUMENT_NAMES = split_list(DOCUMENTS)
EVENT_NAMES = split_list(EVENTS)
TITLE_WORDS = {t.lower() for t in TITLES}
COUNTRY_SET = {c.lower() for c in COUNTRY_NAMES + PLACES} | {"the " + c.lower() for c in COUNTRY_NAMES + PLACES}
