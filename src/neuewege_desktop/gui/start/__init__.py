"""What stands before the main window: welcome, new workplace, unlocking, locking.

Nothing here brings in SQL when it is imported: the unlock window is painted before that.
"""
