"""What regions tell of their own hospitals, health centres and clinics: stored, found and summed up.

Reading needs neither pyarrow nor numpy; writing (`intake.uploads.unit_table`) and freezing (`intake.uploads.freezing`)
do, and are imported when they are asked for.
"""
