/**
 * Limits that begin in 2025, counted by hand from the State Council's notice (国办发明电〔2024〕12号): off 1 Jan · 28 Jan to 4 Feb ·
 * 4 to 6 Apr · 1 to 5 May · 31 May to 2 Jun · 1 to 8 Oct; worked 26 Jan, 8 Feb, 27 Apr, 28 Sep, 11 Oct. The first of January
 * is a Wednesday. `from | limit | end | why`; a limit that ends with a day ends at 23:59; `~`: provisional. Offices are
 * open from 09:00 to 12:00 and from 13:30 to 17:30.
 */
export const table2025 = `
2024-12-30 10:00 | 1wd  | 2024-12-31 23:59 ~ | of 2024 nothing is loaded
2024-12-31 10:00 | 1wd  | 2025-01-02 23:59 | New Year's Day is off
2025-01-01 09:00 | 1wd  | 2025-01-02 23:59 | said on New Year's Day
2025-01-02 09:00 | 2wd  | 2025-01-06 23:59 | Friday, Monday
2025-01-03 17:00 | 1wd  | 2025-01-06 23:59 | over a weekend
2025-01-04 09:00 | 1wd  | 2025-01-06 23:59 | said on a Saturday
2025-01-24 09:00 | 1wd  | 2025-01-26 23:59 | the Sunday before Spring Festival is worked
2025-01-24 09:00 | 2wd  | 2025-01-27 23:59 | that Sunday and Monday
2025-01-24 09:00 | 3wd  | 2025-02-05 23:59 | over Spring Festival
2025-01-25 11:00 | 1wd  | 2025-01-26 23:59 | Saturday to the worked Sunday
2025-01-26 11:00 | 1wd  | 2025-01-27 23:59 | said on the worked Sunday
2025-01-27 16:00 | 1wd  | 2025-02-05 23:59 | the eve of the eve
2025-01-27 16:00 | 4wd  | 2025-02-08 23:59 | Wednesday to the worked Saturday
2025-01-27 16:00 | 5wd  | 2025-02-10 23:59 | past the worked Saturday
2025-01-28 20:00 | 1wd  | 2025-02-05 23:59 | New Year's Eve
2025-01-29 00:00 | 1wd  | 2025-02-05 23:59 | the first of the first month
2025-02-01 12:00 | 1wd  | 2025-02-05 23:59 | a Saturday inside the holiday
2025-02-04 23:59 | 1wd  | 2025-02-05 23:59 | the last minute of the holiday
2025-02-07 09:00 | 1wd  | 2025-02-08 23:59 | Friday to the worked Saturday
2025-02-08 09:00 | 1wd  | 2025-02-10 23:59 | the worked Saturday to Monday
2025-02-07 09:00 | 5wd  | 2025-02-13 23:59 | five with a Saturday among them
2025-01-20 09:00 | 15wd | 2025-02-14 23:59 | fifteen with both make-up days
2025-04-03 09:00 | 1wd  | 2025-04-07 23:59 | over Qingming
2025-04-02 09:00 | 2wd  | 2025-04-07 23:59 | Thursday, then after Qingming
2025-04-05 09:00 | 1wd  | 2025-04-07 23:59 | said in Qingming
2025-03-31 09:00 | 5wd  | 2025-04-08 23:59 | a week with Qingming in it
2025-04-25 09:00 | 1wd  | 2025-04-27 23:59 | the Sunday before Labour Day is worked
2025-04-25 09:00 | 5wd  | 2025-05-06 23:59 | worked Sunday to the first day after
2025-04-27 09:00 | 3wd  | 2025-04-30 23:59 | from the worked Sunday
2025-04-30 17:00 | 1wd  | 2025-05-06 23:59 | over Labour Day
2025-05-01 09:00 | 1wd  | 2025-05-06 23:59 | said on Labour Day
2025-05-05 23:00 | 1wd  | 2025-05-06 23:59 | the last evening off
2025-05-06 09:00 | 3wd  | 2025-05-09 23:59 | a plain stretch after
2025-05-09 09:00 | 1wd  | 2025-05-12 23:59 | the Saturday after is not worked in 2025
2025-05-30 09:00 | 1wd  | 2025-06-03 23:59 | over the Dragon Boat Festival
2025-05-30 09:00 | 5wd  | 2025-06-09 23:59 | five after the festival
2025-05-31 09:00 | 1wd  | 2025-06-03 23:59 | said on the festival
2025-06-02 18:00 | 1wd  | 2025-06-03 23:59 | its last day
2025-07-01 09:00 | 5wd  | 2025-07-08 23:59 | a plain week
2025-08-15 09:00 | 10wd | 2025-08-29 23:59 | two plain weeks
2025-03-14 23:59 | 1wd  | 2025-03-17 23:59 | Friday, last minute
2025-09-26 09:00 | 1wd  | 2025-09-28 23:59 | the Sunday before National Day is worked
2025-09-26 09:00 | 3wd  | 2025-09-30 23:59 | to the eve
2025-09-26 09:00 | 4wd  | 2025-10-09 23:59 | over eight days off
2025-09-30 17:00 | 1wd  | 2025-10-09 23:59 | the eve of National Day
2025-09-30 17:00 | 3wd  | 2025-10-11 23:59 | to the worked Saturday
2025-09-30 17:00 | 4wd  | 2025-10-13 23:59 | past it
2025-09-30 17:00 | 5wd  | 2025-10-14 23:59 | and one more
2025-10-06 09:00 | 1wd  | 2025-10-09 23:59 | Mid-Autumn inside National Day
2025-10-08 23:59 | 1wd  | 2025-10-09 23:59 | the last minute off
2025-10-10 09:00 | 1wd  | 2025-10-11 23:59 | Friday to the worked Saturday
2025-10-11 09:00 | 1wd  | 2025-10-13 23:59 | from the worked Saturday
2025-09-22 09:00 | 15wd | 2025-10-17 23:59 | fifteen with two make-up days and eight days off
2025-11-28 09:00 | 3wd  | 2025-12-03 23:59 | over a weekend into December
2025-12-26 09:00 | 5wd  | 2026-01-05 23:59 | into 2026, whose year is loaded
2025-12-31 09:00 | 1wd  | 2026-01-04 23:59 | the first Sunday of 2026 is worked
2025-12-31 09:00 | 2wd  | 2026-01-05 23:59 | and Monday
2025-12-31 09:00 | 0wd  | 2025-12-31 23:59 | today
2025-01-27 09:00 | 3d   | 2025-01-30 23:59 | days off are days
2025-01-28 00:00 | 30d  | 2025-02-27 23:59 | thirty from New Year's Eve
2025-02-01 12:00 | 30d  | 2025-03-03 23:59 | over a short February
2025-02-28 23:59 | 1d   | 2025-03-01 23:59 | no 29th in 2025
2025-04-30 09:00 | 30d  | 2025-05-30 23:59 | a month of thirty
2025-05-31 23:59 | 1d   | 2025-06-01 23:59 | said a minute before midnight
2025-10-01 09:00 | 15d  | 2025-10-16 23:59 | over National Day
2025-12-20 09:00 | 30d  | 2026-01-19 23:59 | into the next year
2025-01-28 23:50 | 10m  | 2025-01-29 00:00 | to midnight of the New Year
2025-01-29 02:00 | 24h  | 2025-01-30 02:00 | by the clock on days off
2025-10-01 00:00 | 2h   | 2025-10-01 02:00 | at night on a day off
2025-12-31 23:30 | 2h   | 2026-01-01 01:30 | over the year
2025-03-30 08:30 | 2h   | 2025-03-30 10:30 | while Europe turns its clocks
2025-10-26 08:30 | 2h   | 2025-10-26 10:30 | while Europe turns them back
2025-03-09 15:00 | 24h  | 2025-03-10 15:00 | while America turns its clocks
2025-11-02 13:30 | 24h  | 2025-11-03 13:30 | while America turns them back
2025-01-27 16:30 | 4wh  | 2025-02-05 12:00 | an hour before, three after the festival
2025-01-26 10:00 | 2wh  | 2025-01-26 12:00 | on the worked Sunday
2025-01-26 11:00 | 4wh  | 2025-01-26 16:30 | over lunch on the worked Sunday
2025-01-25 10:00 | 4wh  | 2025-01-26 14:30 | said on Saturday, counted on Sunday
2025-01-28 12:00 | 4wh  | 2025-02-05 14:30 | said on New Year's Eve
2025-02-08 16:00 | 2wh  | 2025-02-10 09:30 | from the worked Saturday to Monday
2025-04-03 17:00 | 1wh  | 2025-04-07 09:30 | half an hour on each side of Qingming
2025-04-27 09:00 | 7wh  | 2025-04-27 17:30 | the whole worked Sunday
2025-04-30 17:30 | 4wh  | 2025-05-06 14:30 | said when the office closes
2025-05-01 08:00 | 4wh  | 2025-05-06 14:30 | said on Labour Day
2025-05-30 13:00 | 4wh  | 2025-05-30 17:30 | said at lunch
2025-05-30 15:30 | 4wh  | 2025-06-03 11:00 | over the Dragon Boat Festival
2025-07-01 08:59 | 4wh  | 2025-07-01 14:30 | a minute before the office opens
2025-07-01 17:29 | 1wh  | 2025-07-02 09:59 | a minute before it closes
2025-09-28 12:30 | 4wh  | 2025-09-28 17:30 | lunch of the worked Sunday
2025-09-30 12:00 | 8wh  | 2025-10-09 14:30 | an afternoon, then over National Day
2025-10-11 17:00 | 4wh  | 2025-10-13 14:00 | half an hour of the worked Saturday
2025-10-12 10:00 | 1wh  | 2025-10-13 10:00 | the Sunday after is none
2025-12-31 16:30 | 2wh  | 2026-01-04 10:00 | to the worked Sunday of 2026
`
