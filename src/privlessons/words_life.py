"""Word lists about life, written out by hand for this project: conditions, medicines, tests, occupations."""

# ruff: noqa: E501 - the lists are data
from __future__ import annotations


def _entries(text):
    return frozenset(" ".join(part.split()) for part in text.split(",") if part.strip())


# Conditions, complaints and events that tell about a person's health or body.
CONDITIONS = _entries("""
abortion, acid reflux, addiction, adhd, add, aids, alcoholic, alcoholism, allergy, allergies, alopecia, alzheimer's, alzheimers,
anaemia, anemia, anaphylaxis, angina, anorexia, anorexic, antenatal, anxiety, anxiety disorder, arthritis, asperger's, asthma,
autism, autistic, back pain, bipolar, bipolar disorder, blood clot, bowel disease, brain tumour, brain tumor, breast cancer,
broken arm, broken leg, bronchitis, bulimia, bulimic, burnout, cancer, carpal tunnel, celiac, chemo, chemotherapy,
chlamydia, chronic fatigue, chronic pain, cirrhosis, coeliac, coeliac disease, colitis, concussion, copd, covid, crohn's, crohns,
crohn's disease, cystic fibrosis, cystitis, deaf, dementia, dermatitis, depressed, depression, diabetes, diabetic, dialysis,
disabled, disability, down's syndrome, down syndrome, dyslexia, dyslexic, dyspraxia, eating disorder, eczema, endometriosis,
epilepsy, epileptic, erectile dysfunction, fatty liver, fibroids, fibromyalgia, gallstones, gastritis, glaucoma, gout,
hay fever, hearing loss, heart attack, heart disease, heart failure, heart condition, hepatitis, hernia, herpes, high blood pressure,
high cholesterol, hiv, hpv, hypertension, hyperthyroidism, hypothyroidism, hysterectomy, ibs, infertile, infertility,
insomnia, ivf, kidney disease, kidney stones, knee surgery, leukaemia, leukemia, long covid, lupus, lymphoma, melanoma, meningitis,
menopause, migraine, migraines, miscarriage, miscarried, ms flare, multiple sclerosis, muscular dystrophy, narcolepsy, neuropathy, obese,
obesity, obsessive compulsive disorder, ocd, osteoarthritis, osteoporosis, palpitations, panic attack, panic attacks, panic disorder, parkinson's,
parkinsons, pcos, perimenopause, pneumonia, postnatal depression, postpartum depression, pregnancy, pregnant, premature birth, prostate cancer,
psoriasis, psychosis, ptsd, repetitive strain, rheumatoid arthritis, rsi, schizophrenia, sciatica, scoliosis, seizure,
seizures, sepsis, shingles, sickle cell, skin cancer, sleep apnoea, sleep apnea, slipped disc, spina bifida, std, sti, stillbirth,
chest pain, chest pains, stomach pains, lump in my, rash, infection, uti, flu, fracture, fractured, sprained ankle, broken ankle, broken wrist, broken foot, broken leg, broken rib, broken ribs, broken hip, broken collarbone,
stitches, off sick, signed off sick, signed off work, sick leave, alcohol problem, drinking problem, gambling problem, overdose, heart murmur, hearing aid, hearing aids, crutches, transplant, pacemaker,
brain scan, c-section, caesarean, labour ward, iron deficiency, vitamin deficiency, food poisoning, tonsillitis, appendicitis, dizzy, fainted, food intolerance, gluten intolerant, lactose intolerant, nut allergy, peanut allergy, penicillin allergy,
grief counselling, counselling, nervous breakdown, breakdown at work, agoraphobia, phobia, autoimmune, cataracts, varicose veins, hot flushes, irregular periods, ovarian cyst, low iron, high bp, blood pressure,
tachycardia, tendonitis, thalassaemia, thrombosis, thyroid, tinnitus, tourette's, tuberculosis, tumor, tumour, type 1 diabetes,
type 2 diabetes, ulcer, ulcerative colitis, underactive thyroid, vasectomy, vertigo, wheelchair, dizzy spells, stress leave
""")

MEDICINES = _entries("""
accutane, adderall, albuterol, alprazolam, amitriptyline, amlodipine, amoxicillin, antidepressant, antidepressants,
antipsychotic, antipsychotics, apixaban, aripiprazole, atenolol, atorvastatin, beta blocker, beta blockers, bisoprolol, bupropion, buspirone, cbt, citalopram,
clonazepam, clopidogrel, clozapine, cocodamol, co-codamol, codeine, concerta, contraceptive pill, diazepam, diclofenac, doxycycline, duloxetine,
elvanse, epipen, escitalopram, estradiol, finasteride, fluoxetine, fluticasone, folic acid, furosemide, gabapentin, hrt, humira,
hydrocortisone, hydroxychloroquine, inhaler, insulin, isotretinoin, ketamine therapy, lamotrigine, lansoprazole, levothyroxine, lexapro, lisinopril,
lithium, loratadine, lorazepam, losartan, melatonin, metformin, methadone, methotrexate, methylphenidate, mirtazapine, montelukast,
morphine, mounjaro, naproxen, olanzapine, omeprazole, oxycodone, ozempic, painkillers, antibiotics, meds, medication, paroxetine, prednisolone, prednisone, pregabalin, prep, propranolol,
prozac, quetiapine, ramipril, risperidone, ritalin, ropinirole, rosuvastatin, salbutamol, semaglutide, sertraline, sildenafil, simvastatin, spironolactone, ssri,
ssris, statin, statins, steroid injection, sumatriptan, suboxone, tamoxifen, testosterone, topiramate, tramadol, trazodone, truvada, valium, valproate,
venlafaxine, viagra, vyvanse, warfarin, wegovy, wellbutrin, xanax, zoloft, zolpidem, zopiclone
""") - {"prep"}

TESTS = _entries("""
biopsy, blood test, blood tests, bone scan, cat scan, colonoscopy, ct scan, ecg, ekg, eeg, endoscopy, hiv test, mammogram, mri, mri scan, pet scan, pregnancy test,
smear test, sti test, ultrasound, x-ray, xray, rehab, detox, physio, physiotherapy, psychotherapy, therapy, in hospital, sick note,
waiting list for surgery, cardiology, oncology, gynaecologist, gynecologist, oncologist, cardiologist, neurologist, urologist, dermatologist,
endocrinologist, rheumatologist, fertility clinic, mental health, iud, coil fitted, hospice, surgery next, my surgery
""")

HEALTH = CONDITIONS | MEDICINES | TESTS
# Everyday words or short forms: they count only after words that announce a complaint.
HEALTH_THAT_ARE_WORDS = frozenset(
    {"add", "lithium", "thyroid", "therapy", "ulcer", "addiction", "prep", "allergy"}
)

JOBS = _entries("""
accountant, actor, actress, actuary, administrator, advisor, adviser, analyst, animator, anaesthetist, apprentice, archaeologist, architect, artist,
assistant, astronomer, athlete, au pair, auditor, author, baker, banker, barber, barista, barmaid, barman, barrister, bartender, beautician, beekeeper, biologist,
blacksmith, blogger, bookkeeper, bookseller, bouncer, brewer, bricklayer, broker, builder, bus driver, butcher, buyer, care assistant, care worker, carer, caretaker,
carpenter, cashier, caterer, ceo, cfo, chauffeur, cheesemaker, chef, chemist, childminder, chiropractor, choreographer, civil engineer, civil servant, cleaner,
clerk, coach, comedian, composer, conductor, consultant, contractor, cook, copywriter, counsellor, counselor, courier, cto, curator, customs officer, dancer,
data analyst, data scientist, dealer, decorator, delivery driver, dental nurse, dentist, designer, detective, developer, dietitian, director,
dj, doctor, doula, draughtsman, dressmaker, driver, driving instructor, ecologist, economist, editor, electrician, engineer, entrepreneur,
estate agent, executive, farmer, ferry captain, film maker, financial advisor, firefighter, fireman, fisherman, fitness instructor, flight attendant, florist, forester,
freelancer, game developer, gamer, gardener, gas engineer, geologist, glazier, gp, graphic designer, groundskeeper, hairdresser,
handyman, harbour master, head teacher, headteacher, headmaster, health visitor, historian, hotelier, housekeeper, hr manager, illustrator, influencer, inspector, interior designer,
interpreter, investor, janitor, jeweller, joiner, journalist, judge, lab technician, labourer, landscaper, lawyer, lecturer, librarian, lifeguard, locksmith, lorry driver,
magician, maid, make-up artist, makeup artist, manager, marine biologist, marketer, masseur, mathematician, mechanic, midwife, miner, minister, model, mortgage advisor, musician, nail technician, nanny,
naval officer, network engineer, notary, novelist, nurse, nutritionist, occupational therapist, officer, operator, optician, optometrist, organist, orthodontist, painter, paralegal,
paramedic, park ranger, pastor, pathologist, pharmacist, phd student, philosopher, photographer, physicist, physiotherapist, pianist, piano teacher, pilot, pixel artist, plasterer, playwright, plumber,
poet, police officer, policeman, policewoman, politician, porter, postdoc, postman, postwoman, potter, priest, principal, printer, prison officer, producer, product manager,
professor, programmer, project manager, psychiatrist, psychologist, public defender, publisher, radiographer, radiologist, realtor, receptionist, recruiter, reporter, researcher, restaurateur,
roofer, sailor, sales assistant, sales rep, salesman, salesperson, scaffolder, school nurse, scientist, sculptor, seamstress, secretary, security guard, shepherd, shop assistant, shopkeeper,
singer, social worker, software developer, software engineer, soldier, solicitor, songwriter, statistician, steward, stonemason, streamer, student,
student nurse, supervisor, surgeon, surveyor, swimming teacher, systems administrator, tailor, tattoo artist, tattooist, taxi driver, teacher, teaching assistant, technician,
telemarketer, therapist, train driver, trainer, translator, travel agent, treasurer, truck driver, tutor, typist, undertaker, upholsterer, ux designer,
vet, veterinarian, veterinary nurse, vicar, violinist, waiter, waitress, warden, warehouse worker, watchmaker, web developer, webmaster, welder, window cleaner, writer, yoga teacher, youth worker, zookeeper,
zoologist, postal worker, dog walker, boat builder, childcare worker, dinner lady, lollipop lady, maths teacher, english teacher, music teacher, primary teacher, primary school teacher
""")
