// Before anything is painted: there is a script, and which colours the reader chose.
document.documentElement.className = 'js';
try { document.documentElement.dataset.theme = localStorage.getItem('bizkit-theme') || ''; } catch {}
