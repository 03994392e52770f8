import '../../dist/fonts/desk/others.css'
