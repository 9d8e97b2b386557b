package org.jutong.shell.internal;

import org.jutong.runtime.Texts;

/** What every hosted command needs around it. */
record ShellFrame(Texts texts, HelpText help, ShellLanguage language, ShellDoor door, Completion completion) {}
