//! Remembering what a slow set-up was made from.

use std::fs;
use std::path::PathBuf;

use crate::report::Stop;

/// A file that holds the whole content a set-up was made from: equal means nothing to do.
#[derive(Debug)]
pub struct Stamp {
    file: PathBuf,
    content: String,
}

impl Stamp {
    /// The stamp in `file`, for a set-up made from `content`.
    pub fn new(file: PathBuf, content: String) -> Self {
        Self { file, content }
    }

    /// Whether the set-up was made from this very content.
    pub fn holds(&self) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|kept| kept == self.content)
    }

    /// Keeps the content, once the set-up is complete.
    pub fn keep(&self) -> Result<(), Stop> {
        fs::write(&self.file, &self.content).map_err(|error| Stop::io(self.file.display(), &error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_holds_for_the_same_content_only() {
        let dir = std::env::temp_dir().join(format!("xtask-stamp-{}", std::process::id()));
        fs::create_dir_all(&dir).unwrap();
        let stamp = |content: &str| Stamp::new(dir.join("stamp"), content.to_owned());
        assert!(!stamp("a").holds());
        stamp("a").keep().unwrap();
        assert!(stamp("a").holds());
        assert!(!stamp("b").holds());
        fs::remove_dir_all(&dir).unwrap();
    }
}
