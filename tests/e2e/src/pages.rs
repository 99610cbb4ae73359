//! The screens, in the words of a journey.
