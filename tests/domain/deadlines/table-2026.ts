/**
 * Limits that begin in 2026, counted by hand from the State Council's notice (国办发明电〔2025〕7号): off 1 to 3 Jan · 15 to 23 Feb ·
 * 4 to 6 Apr · 1 to 5 May · 19 to 21 Jun · 25 to 27 Sep · 1 to 7 Oct; worked 4 Jan, 14 Feb, 28 Feb, 9 May, 20 Sep, 10 Oct. The
 * first of January is a Thursday. Of 2027 nothing is published. Columns as in the table of 2025.
 */
export const table2026 = `
2026-01-01 09:00 | 1wd  | 2026-01-04 23:59 | three days off, then a worked Sunday
2026-01-03 23:00 | 1wd  | 2026-01-04 23:59 | the last evening off
2026-01-04 09:00 | 1wd  | 2026-01-05 23:59 | from the worked Sunday
2026-01-04 09:00 | 5wd  | 2026-01-09 23:59 | a week after it
2026-01-09 09:00 | 1wd  | 2026-01-12 23:59 | over a plain weekend
2026-02-12 09:00 | 2wd  | 2026-02-14 23:59 | to the worked Saturday
2026-02-12 09:00 | 3wd  | 2026-02-24 23:59 | over Spring Festival
2026-02-13 09:00 | 5wd  | 2026-02-27 23:59 | worked Saturday, then four after
2026-02-13 09:00 | 6wd  | 2026-02-28 23:59 | to the second worked Saturday
2026-02-13 09:00 | 7wd  | 2026-03-02 23:59 | past it
2026-02-14 16:00 | 1wd  | 2026-02-24 23:59 | from the worked Saturday
2026-02-15 09:00 | 1wd  | 2026-02-24 23:59 | the first day off
2026-02-17 00:30 | 1wd  | 2026-02-24 23:59 | the night of the New Year
2026-02-23 23:59 | 1wd  | 2026-02-24 23:59 | the last minute off
2026-02-27 09:00 | 1wd  | 2026-02-28 23:59 | Friday to the worked Saturday
2026-02-27 09:00 | 2wd  | 2026-03-02 23:59 | and past it
2026-02-28 09:00 | 1wd  | 2026-03-02 23:59 | from the worked Saturday to Monday
2026-02-09 09:00 | 15wd | 2026-03-06 23:59 | fifteen with two make-up days and nine days off
2026-04-03 09:00 | 1wd  | 2026-04-07 23:59 | over Qingming
2026-04-02 09:00 | 2wd  | 2026-04-07 23:59 | Friday, then after Qingming
2026-04-03 09:00 | 5wd  | 2026-04-13 23:59 | five after Qingming
2026-04-04 09:00 | 1wd  | 2026-04-07 23:59 | said in Qingming
2026-04-06 20:00 | 1wd  | 2026-04-07 23:59 | on the Monday that is off
2026-04-24 09:00 | 5wd  | 2026-05-06 23:59 | the Sunday before Labour Day is not worked in 2026
2026-04-30 09:00 | 1wd  | 2026-05-06 23:59 | over Labour Day
2026-04-30 09:00 | 3wd  | 2026-05-08 23:59 | three after it
2026-04-30 09:00 | 4wd  | 2026-05-09 23:59 | to the worked Saturday
2026-04-30 09:00 | 5wd  | 2026-05-11 23:59 | past it
2026-05-03 09:00 | 1wd  | 2026-05-06 23:59 | a Sunday inside the holiday
2026-05-05 09:00 | 1wd  | 2026-05-06 23:59 | its last day
2026-05-08 09:00 | 1wd  | 2026-05-09 23:59 | Friday to the worked Saturday
2026-05-09 09:00 | 1wd  | 2026-05-11 23:59 | from the worked Saturday
2026-06-18 09:00 | 1wd  | 2026-06-22 23:59 | over the Dragon Boat Festival
2026-06-18 09:00 | 5wd  | 2026-06-26 23:59 | the week after it
2026-06-17 09:00 | 2wd  | 2026-06-22 23:59 | Thursday, Monday
2026-06-19 09:00 | 1wd  | 2026-06-22 23:59 | said on the festival
2026-06-21 09:00 | 1wd  | 2026-06-22 23:59 | its Sunday
2026-07-31 09:00 | 5wd  | 2026-08-07 23:59 | a plain week
2026-03-06 23:59 | 1wd  | 2026-03-09 23:59 | Friday, last minute
2026-09-18 09:00 | 1wd  | 2026-09-20 23:59 | to the worked Sunday
2026-09-18 09:00 | 5wd  | 2026-09-24 23:59 | to the eve of Mid-Autumn
2026-09-18 09:00 | 6wd  | 2026-09-28 23:59 | over Mid-Autumn
2026-09-19 09:00 | 1wd  | 2026-09-20 23:59 | Saturday to the worked Sunday
2026-09-20 09:00 | 1wd  | 2026-09-21 23:59 | from the worked Sunday
2026-09-24 09:00 | 1wd  | 2026-09-28 23:59 | over Mid-Autumn
2026-09-24 09:00 | 3wd  | 2026-09-30 23:59 | between the two holidays
2026-09-24 09:00 | 4wd  | 2026-10-08 23:59 | over both
2026-09-25 09:00 | 1wd  | 2026-09-28 23:59 | said at Mid-Autumn
2026-09-30 17:00 | 1wd  | 2026-10-08 23:59 | over National Day
2026-09-30 17:00 | 3wd  | 2026-10-10 23:59 | to the worked Saturday
2026-09-30 17:00 | 4wd  | 2026-10-12 23:59 | past it
2026-10-04 09:00 | 1wd  | 2026-10-08 23:59 | a Sunday inside the holiday
2026-10-09 09:00 | 1wd  | 2026-10-10 23:59 | Friday to the worked Saturday
2026-10-10 09:00 | 1wd  | 2026-10-12 23:59 | from the worked Saturday
2026-09-14 09:00 | 15wd | 2026-10-10 23:59 | fifteen with two make-up days and two holidays
2026-11-13 09:00 | 10wd | 2026-11-27 23:59 | two plain weeks
2026-12-24 09:00 | 5wd  | 2026-12-31 23:59 | still in the loaded year
2026-12-30 09:00 | 1wd  | 2026-12-31 23:59 | its last working day
2026-12-31 09:00 | 1wd  | 2027-01-01 23:59 ~ | New Year's Day as a Friday, until 2027 is published
2026-12-25 09:00 | 5wd  | 2027-01-01 23:59 ~ | runs into 2027
2026-12-14 09:00 | 15wd | 2027-01-04 23:59 ~ | runs far into it
2027-03-01 09:00 | 5wd  | 2027-03-08 23:59 ~ | begins in it
2026-12-31 09:00 | 0wd  | 2026-12-31 23:59 | today needs no calendar
2026-02-13 09:00 | 3d   | 2026-02-16 23:59 | days off are days
2026-02-16 09:00 | 15d  | 2026-03-03 23:59 | follow-up from New Year's Eve
2026-01-31 00:00 | 30d  | 2026-03-02 23:59 | over a short February
2026-06-19 09:00 | 1d   | 2026-06-20 23:59 | on the festival
2026-08-31 09:00 | 30d  | 2026-09-30 23:59 | a month of thirty
2026-09-30 09:00 | 10d  | 2026-10-10 23:59 | over National Day
2026-12-31 09:00 | 30d  | 2027-01-30 23:59 | days need no calendar
2026-02-16 23:55 | 10m  | 2026-02-17 00:05 | over the midnight of the New Year
2026-02-17 03:00 | 2h   | 2026-02-17 05:00 | at night on a day off
2026-10-01 00:00 | 24h  | 2026-10-02 00:00 | National Day by the clock
2026-12-31 23:00 | 24h  | 2027-01-01 23:00 | the clock needs no calendar
2026-03-08 15:30 | 24h  | 2026-03-09 15:30 | while America turns its clocks
2026-11-01 13:30 | 24h  | 2026-11-02 13:30 | while America turns them back
2026-03-29 08:30 | 2h   | 2026-03-29 10:30 | while Europe turns its clocks
2026-10-25 08:00 | 4h   | 2026-10-25 12:00 | while Europe turns them back
2027-01-01 09:00 | 0m   | 2027-01-01 09:00 | at once, in any year
2026-01-04 15:00 | 4wh  | 2026-01-05 10:30 | from the worked Sunday to Monday
2026-02-14 16:30 | 2wh  | 2026-02-24 10:00 | an hour on each side of the festival
2026-02-14 09:00 | 4wh  | 2026-02-14 14:30 | over lunch on the worked Saturday
2026-02-20 10:00 | 4wh  | 2026-02-24 14:30 | said in the festival
2026-02-28 11:30 | 4wh  | 2026-02-28 17:00 | on the second worked Saturday
2026-03-01 20:00 | 1wh  | 2026-03-02 10:00 | the Sunday after is none
2026-04-03 14:00 | 4wh  | 2026-04-07 09:30 | over Qingming
2026-04-30 12:10 | 4wh  | 2026-04-30 17:30 | said at lunch
2026-05-09 13:45 | 4wh  | 2026-05-11 09:15 | from the worked Saturday to Monday
2026-06-18 17:30 | 4wh  | 2026-06-22 14:30 | said when the office closes
2026-07-15 12:00 | 1wh  | 2026-07-15 14:30 | said when the morning ends
2026-07-15 11:59 | 1wh  | 2026-07-15 14:29 | a minute before
2026-09-20 09:30 | 4wh  | 2026-09-20 15:00 | on the worked Sunday
2026-09-24 16:00 | 4wh  | 2026-09-28 11:30 | over Mid-Autumn
2026-09-30 08:00 | 7wh  | 2026-09-30 17:30 | the whole eve
2026-10-01 12:00 | 14wh | 2026-10-09 17:30 | two whole days after National Day
2026-10-10 17:15 | 1wh  | 2026-10-12 09:45 | a quarter of an hour of the worked Saturday
2026-12-31 10:00 | 4wh  | 2026-12-31 15:30 | inside the loaded year
2026-12-31 16:30 | 2wh  | 2027-01-01 10:00 ~ | into 2027
`
