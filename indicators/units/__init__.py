"""What regions tell of their own hospitals, health centres and clinics: stored, found and summed up.

Reading needs neither pyarrow nor numpy; writing (`indicators.units.writing`) and freezing (`indicators.units.freezing`)
do, and are imported when they are asked for.
"""
